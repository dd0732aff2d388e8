namespace Spark.Cockpit.Access;

/// <summary>What became of a try to sign in.</summary>
/// <param name="Token">What the cookie is to hold; null when it failed.</param>
/// <param name="Operator">Who signed in; null when it failed.</param>
/// <param name="Wait">How long to wait before the next try; null when there is nothing to wait for.</param>
internal sealed record SignInResult(string? Token, Operator? Operator, TimeSpan? Wait)
{
    /// <summary>The account that was named, when there is one; null otherwise.</summary>
    public string? Account { get; init; }
}
