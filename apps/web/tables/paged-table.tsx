import { Table, type TableProps } from 'antd';
import { type ReactNode } from 'react';
import { Loaded } from '../states/index.ts';
import { More, type MoreProps } from './more.tsx';

interface Pages<T> {
  pages: readonly { items: readonly T[] }[];
}

interface PagedTableProps<T> extends Pick<TableProps<T>, 'className' | 'columns' | 'rowKey' | 'scroll'> {
  query: MoreProps['query'] & { data: Pages<T> | undefined; error: unknown; refetch: () => unknown };
  /** What stands there where the list is empty. */
  empty?: ReactNode;
}

/** A list that the server answers by pages, each asked for below the last. */
export function PagedTable<T extends object>({ query, empty, ...table }: PagedTableProps<T>) {
  return (
    <Loaded query={query} lines={10}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return (
          <>
            <Table<T>
              size="small"
              dataSource={items}
              pagination={false}
              locale={empty === undefined ? {} : { emptyText: empty }}
              {...table}
            />
            <More query={query} listed={items.length} />
          </>
        );
      }}
    </Loaded>
  );
}
