namespace Spark.Cockpit.Access.OpenId;

/// <summary>How people can sign in besides with a password.</summary>
/// <param name="Ways">What the buttons say, and where they lead.</param>
internal sealed record SignInWays(IReadOnlyList<SignInWay> Ways);
