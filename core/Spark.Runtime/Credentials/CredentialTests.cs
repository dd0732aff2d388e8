using System.Globalization;
using Spark.ApiCalls;
using Spark.Runtime.ApiCalls;
using Spark.Runtime.Secrets;

namespace Spark.Runtime.Credentials;

/// <summary>Reads what the far side answered to a credential's test.</summary>
internal static class CredentialTests
{
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    public static CredentialTest Read(Credential credential, HttpExchange exchange, double milliseconds, SecretMask mask)
    {
        var host = credential.BaseUrl!.Host;
        return exchange switch
        {
            { Status: >= 200 and < 300 } => Of(true, $"{host} takes the credential."),
            { Status: 401 } => Of(false, $"{host} does not know the credential (401): check the user and the secrets."),
            { Status: 403 } => Of(false, $"{host} knows the credential and refuses it (403): it lacks a right there, or a role such as the one that may read and create incidents."),
            { Status: >= 500 } => Of(false, Text($"{host} failed with {exchange.Status}: try again later.")),
            { Status: not null } when credential.TestResource.Length == 0 => Of(
                true, Text($"{host} answers (with {exchange.Status}). Whether it takes the credential cannot be told: name a test resource that needs it.")),
            { Status: not null } => Of(false, Text($"{host} answered {exchange.Status} to the test resource: check its path.")),
            { IsWithoutSignIn: true } => Of(true, exchange.Reason!),
            { End: ApiCallEnd.NotSent } => Of(false, exchange.Reason ?? "Nothing was sent."),
            _ => Of(false, exchange.Reason ?? $"{host} did not answer."),
        };

        CredentialTest Of(bool passed, string message) => new(passed, exchange.Status, mask.Apply(message), milliseconds);

        static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }
}
