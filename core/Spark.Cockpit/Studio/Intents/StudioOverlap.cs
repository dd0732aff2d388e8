namespace Spark.Cockpit.Studio.Intents;

/// <summary>An example that asks for a look.</summary>
/// <param name="Text">The example.</param>
/// <param name="Intent">The intent that it stands in.</param>
/// <param name="Suggested">The intent that it looks like; null when it is its own.</param>
/// <param name="Probability">How likely that is, from 0 to 1.</param>
/// <param name="Nearest">The example there that it is most like; null for none.</param>
public sealed record StudioOverlap(string Text, string Intent, string? Suggested, double Probability, string? Nearest);
