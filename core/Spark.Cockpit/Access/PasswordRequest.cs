namespace Spark.Cockpit.Access;

/// <summary>Changes one's own password.</summary>
internal sealed record PasswordRequest(string Current, string Password);
