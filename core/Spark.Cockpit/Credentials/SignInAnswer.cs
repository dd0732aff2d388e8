namespace Spark.Cockpit.Credentials;

/// <summary>Where the administrator signs in.</summary>
/// <param name="Address">The address to open in a browser.</param>
internal sealed record SignInAnswer(string Address);
