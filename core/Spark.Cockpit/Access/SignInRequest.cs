namespace Spark.Cockpit.Access;

/// <summary>Asks to be signed in.</summary>
internal sealed record SignInRequest(string Name, string Password);
