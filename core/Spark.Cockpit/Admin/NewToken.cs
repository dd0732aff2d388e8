namespace Spark.Cockpit.Admin;

/// <summary>A token that was just made; it is shown this once.</summary>
internal sealed record NewToken(string Token);
