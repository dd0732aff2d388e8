namespace Spark.Runtime.Credentials;

/// <summary>What a credential's test came to.</summary>
/// <param name="Passed">True when nothing speaks against it.</param>
/// <param name="Status">The far side's HTTP status; null when it did not answer.</param>
/// <param name="Message">What it means, in a sentence.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record CredentialTest(bool Passed, int? Status, string Message, double Milliseconds);
