namespace Spark.Cockpit.Access.OpenId;

/// <summary>Somebody is signed out here.</summary>
/// <param name="Next">Where their browser signs out at the provider too.</param>
internal sealed record SignedOut(string Next);
