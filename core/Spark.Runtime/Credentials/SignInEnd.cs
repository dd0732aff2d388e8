namespace Spark.Runtime.Credentials;

/// <summary>What became of a sign-in.</summary>
/// <param name="Credential">The credential; null when nothing is known of the sign-in.</param>
/// <param name="By">Who began it, as the audit calls them; null when nothing is known of it.</param>
/// <param name="Problem">Why it did not succeed, in a sentence; null when it did.</param>
public sealed record SignInEnd(string? Credential, string? By, string? Problem);
