using Spark.Engine.Reading;

namespace Spark.Cockpit.Studio.Talking;

/// <summary>A test that was made of a conversation, and how it went when it was played.</summary>
/// <param name="Path">Where it belongs.</param>
/// <param name="Text">The file.</param>
/// <param name="Findings">What the reader of tests says of it.</param>
/// <param name="Played">How it went; null when it cannot be played.</param>
public sealed record StudioTestDraft(string Path, string Text, IReadOnlyList<Finding> Findings, StudioTest? Played);
