import type { Finding } from "../api/types";
import { Pill, type Tone } from "../ui/Parts";
import { useWords } from "../words";

const tones: Record<Finding["level"], Tone> = { Error: "bad", Warning: "warn", Note: "info" };

export function Problems({ findings, onOpen }: { findings: Finding[]; onOpen: (finding: Finding) => void }) {
  const words = useWords();
  return findings.length === 0 ? (
    <p className="quiet">{words.designer.noProblems}</p>
  ) : (
    <ul className="problems">
      {findings.map((finding, index) => (
        <li key={index}>
          <button type="button" className="finding" onClick={() => onOpen(finding)}>
            <Pill tone={tones[finding.level]}>{finding.code}</Pill>
            <span>
              {finding.message} <span className="quiet">{finding.remedy}</span>
            </span>
            <code className="quiet">
              {finding.at.file}
              {finding.at.line > 0 ? `:${finding.at.line}` : ""}
            </code>
          </button>
        </li>
      ))}
    </ul>
  );
}
