using Spark.Http;
using Spark.Runtime.Configuration;

namespace Spark.Runtime.Credentials;

/// <summary>Says all that is wrong with a credential at once.</summary>
internal static class CredentialCheck
{
    public static IReadOnlyList<SettingProblem> Problems(Credential credential, CredentialSecrets secrets)
    {
        var wrong = new List<SettingProblem>();
        if (!ItemName.IsName(credential.Name))
        {
            wrong.Add(new("name", $"A name is {ItemName.Form}."));
        }

        if (!IsWeb(credential.BaseUrl) || credential.BaseUrl is { Query.Length: > 0 } or { Fragment.Length: > 0 } or { UserInfo.Length: > 0 })
        {
            wrong.Add(new("baseUrl", "Give the far side's https address, without user, query and fragment."));
        }
        else if (credential.BaseUrl!.Scheme == Uri.UriSchemeHttp && !credential.AllowPrivate)
        {
            wrong.Add(new("baseUrl", "Over http everybody on the way reads the secrets: give an https address. (http is taken only together with allowPrivate, for test systems.)"));
        }

        if (credential.TestResource.Length > 0 && IsWeb(credential.BaseUrl))
        {
            Try(wrong, "testResource", () => TargetAddress.Of(credential.BaseUrl!, credential.TestResource, []));
        }

        Check(credential.Authorization, secrets, wrong);
        return wrong;
    }

    private static void Check(Authorization settings, CredentialSecrets secrets, List<SettingProblem> wrong)
    {
        switch (settings.Type)
        {
            case AuthorizationKind.Basic:
                User(settings, wrong);
                Need(secrets.Password, "secrets.password", "a password", wrong);
                break;
            case AuthorizationKind.Bearer:
                HeaderText(secrets.Token, "secrets.token", "a token", wrong);
                break;
            case AuthorizationKind.ApiKey:
                HeaderText(secrets.Key, "secrets.key", "a key", wrong);
                if (string.IsNullOrEmpty(settings.Header) == string.IsNullOrEmpty(settings.Query))
                {
                    wrong.Add(new("authorization.header", "The key goes into a header or into a query parameter: name one of the two."));
                }
                else if (settings.Header is { Length: > 0 } header && HeaderRule.Problem(header, "") is { } problem)
                {
                    wrong.Add(new("authorization.header", problem));
                }

                break;
            case AuthorizationKind.ClientCredentials:
                Client(settings, secrets, wrong);
                break;
            case AuthorizationKind.Password:
                Need(settings.User, "authorization.user", "a user", wrong);
                Need(secrets.Password, "secrets.password", "a password", wrong);
                Token(settings, wrong);
                break;
            case AuthorizationKind.AuthorizationCode:
                Client(settings, secrets, wrong);
                Web(settings.AuthorizationUrl, "authorization.authorizationUrl", wrong);
                break;
            case AuthorizationKind.JwtBearer:
                Token(settings, wrong);
                Need(settings.Issuer ?? settings.ClientId, "authorization.issuer", "an issuer, or a client id", wrong);
                Need(secrets.PrivateKey, "secrets.privateKey", "a private key as PEM", wrong);
                break;
            case AuthorizationKind.MutualTls:
                Need(secrets.Certificate, "secrets.certificate", "a certificate with its private key as PEM", wrong);
                break;
        }
    }

    private static void User(Authorization settings, List<SettingProblem> wrong)
    {
        Need(settings.User, "authorization.user", "a user", wrong);
        if (settings.User?.Contains(':', StringComparison.Ordinal) == true)
        {
            wrong.Add(new("authorization.user", "A user's name for basic holds no colon."));
        }
    }

    private static void Client(Authorization settings, CredentialSecrets secrets, List<SettingProblem> wrong)
    {
        Token(settings, wrong);
        Need(settings.ClientId, "authorization.clientId", "a client id", wrong);
        Need(secrets.ClientSecret, "secrets.clientSecret", "a client secret", wrong);
    }

    private static void Token(Authorization settings, List<SettingProblem> wrong) => Web(settings.TokenUrl, "authorization.tokenUrl", wrong);

    private static void Web(Uri? address, string field, List<SettingProblem> wrong)
    {
        if (!IsWeb(address))
        {
            wrong.Add(new(field, "Give an https address."));
        }
    }

    private static void HeaderText(string? text, string field, string what, List<SettingProblem> wrong)
    {
        Need(text, field, what, wrong);
        if (text?.Any(character => character is < ' ' or > '~') == true)
        {
            wrong.Add(new(field, "It holds a line break, a control character or one beyond ASCII, which no header can carry."));
        }
    }

    private static void Need(string? text, string field, string what, List<SettingProblem> wrong)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            wrong.Add(new(field, $"Give {what}."));
        }
    }

    private static void Try(List<SettingProblem> wrong, string field, Func<Uri> join)
    {
        try
        {
            join();
        }
        catch (FormatException problem)
        {
            wrong.Add(new(field, problem.Message));
        }
    }

    private static bool IsWeb(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
