import { Component, type ReactNode } from 'react';
import { Button } from 'antd';
import { Nothing } from './states.tsx';

interface PageBoundaryProps {
  /** The page's address: another page begins without the old fault. */
  at: string;
  children: ReactNode;
}

/** A page that breaks leaves the frame standing and says what is kept; React knows no other way than a class. */
export class PageBoundary extends Component<PageBoundaryProps, { brokenAt: string | null }> {
  override state: { brokenAt: string | null } = { brokenAt: null };

  static getDerivedStateFromError(): { brokenAt: string } {
    return { brokenAt: location.pathname };
  }

  override render(): ReactNode {
    if (this.state.brokenAt !== this.props.at) return this.props.children;
    return (
      <Nothing
        title="这个页面出错了"
        action={<Button onClick={() => location.reload()}>重新载入本页</Button>}
      >
        正在填写的申报表已在本机暂存，重新载入后可以恢复。如果仍然出错，请联系管理员并说明当时的操作。
      </Nothing>
    );
  }
}
