import { Component, type ReactNode } from "react";
import { Problem } from "../ui/Parts";
import { useWords } from "../words";
import { toApiError } from "../api/useResource";

interface PageGuardProps {
  /** Where the page is: somewhere else, another page is tried. */
  place: string;
  children: ReactNode;
}

/** A page that breaks breaks alone: it says so, and the menu beside it goes on. */
export class PageGuard extends Component<PageGuardProps, { broken: Error | null }> {
  override state: { broken: Error | null } = { broken: null };

  static getDerivedStateFromError(broken: Error) {
    return { broken };
  }

  override componentDidUpdate(before: PageGuardProps) {
    if (this.state.broken && before.place !== this.props.place) {
      this.setState({ broken: null });
    }
  }

  override render() {
    return this.state.broken ? <Broken error={this.state.broken} retry={() => this.setState({ broken: null })} /> : this.props.children;
  }
}

function Broken({ error, retry }: { error: Error; retry: () => void }) {
  const words = useWords();
  return (
    <>
      <h1>{words.common.broken}</h1>
      <Problem problem={toApiError(error)} retry={retry} />
    </>
  );
}
