using System.Net;
using Spark.Engine.Reading;
using Spark.Runtime.Accounts;

namespace Spark.Plugins.Environments;

/// <summary>Reads the part of an environment that says how people sign in to the cockpit.</summary>
internal static class SignInReader
{
    public static SignInConfig? Read(EnvironmentSection top, List<Finding> findings)
    {
        if (top.Field("signIn") is not { } field)
        {
            return null;
        }

        var section = new EnvironmentSection(
            field.Value, field.At, "'signIn'", findings, "name", "authority", "clientId", "clientSecret", "scopes", "roleClaims", "roles", "bots");
        var authority = Authority(section, findings);
        var clientId = section.Text("clientId", "00000000-0000-0000-0000-000000000000");
        var secret = Secret(section, findings);
        var roles = new Dictionary<Role, IReadOnlyList<string>>();
        foreach (var (name, values) in Values(section, "roles", findings))
        {
            if (Enum.TryParse<Role>(name.Key, ignoreCase: true, out var role) && Enum.IsDefined(role) && char.IsAsciiLetter(name.Key[0]))
            {
                roles[role] = values;
                continue;
            }

            findings.Add(Problem.At(
                EnvironmentCodes.WrongValue, name.At, $"'{name.Key}' is no role of the cockpit.", "There are reader, supportAgent, channelOwner, designer and administrator."));
        }

        if (roles.Count == 0)
        {
            findings.Add(Problem.At(
                EnvironmentCodes.MissingKey, field.At, "'signIn' has no 'roles': nobody could sign in.", "Write the provider's roles or groups below each role, such as roles: { administrator: [Spark.Administrators] }"));
        }

        var bots = Values(section, "bots", findings).ToDictionary(pair => pair.Name.Key, pair => pair.Values, StringComparer.Ordinal);
        return authority is null || clientId is null || secret is null ? null : new()
        {
            Name = section.Field("name")?.Value.Text is { Length: > 0 } name_ ? name_ : authority.Host,
            Authority = authority,
            ClientId = clientId,
            ClientSecret = secret,
            Scopes = [.. section.Texts("scopes").Select(node => node.Text)],
            RoleClaims = [.. section.Texts("roleClaims").Select(node => node.Text)],
            Roles = roles,
            Bots = bots,
        };
    }

    // Whoever can read or change what the provider says on its way signs in as anybody.
    private static Uri? Authority(EnvironmentSection section, List<Finding> findings)
    {
        var authority = section.Address("authority", "https://login.microsoftonline.com/TENANT/v2.0");
        if (authority is null || authority.Scheme == Uri.UriSchemeHttps || authority.Host == "localhost" || (IPAddress.TryParse(authority.Host, out var address) && IPAddress.IsLoopback(address)))
        {
            return authority;
        }

        findings.Add(Problem.At(
            EnvironmentCodes.WrongValue, section.Field("authority")!.Value.At, "'authority' of 'signIn' is no https address.", "Only a provider on this machine may be asked without TLS."));
        return null;
    }

    private static string? Secret(EnvironmentSection section, List<Finding> findings)
    {
        var secret = section.Text("clientSecret", "env:SPARK_SECRET_SIGN_IN");
        if (secret is null || (SecretReference.IsReference(section.Field("clientSecret")!.Value) && SecretReference.Refusal(secret) is null))
        {
            return secret;
        }

        findings.Add(Problem.At(
            EnvironmentCodes.SecretReference,
            section.Field("clientSecret")!.Value.At,
            "'clientSecret' of 'signIn' does not say where the secret lies.",
            $"Write env:{SecretReference.VariablePrefix}NAME, or file:name for a file below the secrets folder."));
        return null;
    }

    private static IEnumerable<(SettingField Name, IReadOnlyList<string> Values)> Values(EnvironmentSection section, string key, List<Finding> findings)
    {
        if (section.Field(key) is not { } field)
        {
            yield break;
        }

        if (field.Value.Kind != SettingKind.Mapping)
        {
            findings.Add(Problem.At(
                EnvironmentCodes.WrongValue, field.Value.At, $"'{key}' of 'signIn' must hold names, and a list at each.", $"Write {key}:, and below it each name with the provider's roles or groups."));
        }

        var inner = new EnvironmentSection(field.Value, field.At, $"'{key}' of 'signIn'", findings, [.. field.Value.Fields.Select(named => named.Key)]);
        foreach (var named in field.Value.Fields)
        {
            yield return (named, [.. inner.Texts(named.Key).Select(node => node.Text)]);
        }
    }
}
