namespace Spark.Cockpit.Studio.Talking;

/// <summary>What test is to be made of a conversation.</summary>
/// <param name="File">What its file is called, without folder and ending: lower-case words joined by hyphens.</param>
/// <param name="Title">What it shows, in a sentence.</param>
/// <param name="Variables">The variables whose values must be what they are now; null for none.</param>
/// <param name="Calls">True when everything must be called as often as it was.</param>
/// <param name="Ended">True when it must end as it did, or be open still.</param>
public sealed record StudioTestOrder(string File, string Title, IReadOnlyList<string>? Variables, bool Calls, bool Ended);
