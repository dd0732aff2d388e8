namespace Spark.Cockpit.Access;

/// <summary>Asks to be made the first administrator.</summary>
internal sealed record FirstRequest(string Code, string Name, string Display, string Password);
