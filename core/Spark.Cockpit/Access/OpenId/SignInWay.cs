namespace Spark.Cockpit.Access.OpenId;

/// <summary>A way to sign in.</summary>
/// <param name="Name">What its button says.</param>
/// <param name="Address">Where it leads.</param>
internal sealed record SignInWay(string Name, string Address);
