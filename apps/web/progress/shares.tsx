interface SharesProps {
  onTime: number;
  late: number;
  /** Not yet due, or no longer to be submitted. */
  open: number;
}

/** A bar of three parts with the figures beside it in words. */
export function Shares({ onTime, late, open }: SharesProps) {
  return (
    <span className="shares">
      <span className="shares-bar" aria-hidden>
        <i className="is-late" style={{ flexGrow: late }} />
        <i className="is-on-time" style={{ flexGrow: onTime }} />
        <i className="is-open" style={{ flexGrow: open }} />
      </span>
      <span className="small">
        {late > 0 && <b className="shares-late">逾期 {late} </b>}按时 {onTime}
        {open > 0 && <span className="muted"> 未到期 {open}</span>}
      </span>
    </span>
  );
}
