namespace Spark.Cockpit.Access.OpenId;

/// <summary>Somebody is not signed in.</summary>
/// <param name="problem">What the page tells them.</param>
/// <param name="message">What the log tells the operator.</param>
/// <param name="inner">What it came from.</param>
internal sealed class OpenIdRefusedException(OpenIdProblem problem, string message, Exception? inner = null) : Exception(message, inner)
{
    public OpenIdProblem Problem { get; } = problem;
}
