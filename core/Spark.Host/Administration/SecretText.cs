using Spark.Runtime;
using Spark.Runtime.Credentials;

namespace Spark.Host.Administration;

/// <summary>Secrets that a command is told: as they are, by a variable (<c>env:SPARK_SECRET_…</c>), or by a file (<c>file:PATH</c>).</summary>
internal static class SecretText
{
    private const string Variable = "env:";
    private const string FileMark = "file:";

    public static CredentialSecrets Resolve(CredentialSecrets secrets) => secrets with
    {
        Password = Resolve(secrets.Password),
        Token = Resolve(secrets.Token),
        Key = Resolve(secrets.Key),
        ClientSecret = Resolve(secrets.ClientSecret),
        PrivateKey = Resolve(secrets.PrivateKey),
        Certificate = Resolve(secrets.Certificate),
    };

    private static string? Resolve(string? secret)
    {
        if (secret?.StartsWith(Variable, StringComparison.Ordinal) == true)
        {
            var name = secret[Variable.Length..];
            return Environment.GetEnvironmentVariable(name) ?? throw new OperatorException("SPK12071", $"There is no variable {name}.");
        }

        if (secret?.StartsWith(FileMark, StringComparison.Ordinal) != true)
        {
            return secret;
        }

        try
        {
            return File.ReadAllText(secret[FileMark.Length..]).Trim();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException("SPK12071", $"The secret's file cannot be read: {problem.Message}", problem);
        }
    }
}
