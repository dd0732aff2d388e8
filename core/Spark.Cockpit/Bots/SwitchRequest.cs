namespace Spark.Cockpit.Bots;

/// <summary>Asks to switch a bot.</summary>
/// <param name="IsOn">False to switch it off.</param>
internal sealed record SwitchRequest(bool IsOn);
