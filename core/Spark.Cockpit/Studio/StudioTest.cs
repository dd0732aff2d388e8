namespace Spark.Cockpit.Studio;

/// <summary>A test that was played.</summary>
/// <param name="Title">Its suite and its name.</param>
/// <param name="IsGood">True when everything was as it should be.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Lines">The conversation.</param>
/// <param name="Problems">What does not hold beside the lines.</param>
public sealed record StudioTest(string Title, bool IsGood, long Milliseconds, IReadOnlyList<StudioLine> Lines, IReadOnlyList<string> Problems);
