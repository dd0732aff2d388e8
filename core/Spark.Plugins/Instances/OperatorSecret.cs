namespace Spark.Plugins.Instances;

/// <summary>Secrets that the environment file names for the host itself.</summary>
public static class OperatorSecret
{
    /// <summary>Reads a secret.</summary>
    /// <param name="reference">Where it lies: <c>env:…</c> or <c>file:…</c>, as the environment's reader has checked.</param>
    /// <param name="folder">The folder of files with secrets.</param>
    /// <returns>The secret, or why it cannot be read.</returns>
    public static (string? Value, string Refusal) Read(string reference, string? folder) =>
        ResolvedSecrets.Read(reference, new(folder, Environment.GetEnvironmentVariable));
}
