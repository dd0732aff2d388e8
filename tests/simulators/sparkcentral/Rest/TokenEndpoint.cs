using System.Security.Cryptography;
using System.Text;
using Spark.Simulators.Sparkcentral.Clock;
using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Settings;
using Spark.Simulators.Sparkcentral.Webhooks;

namespace Spark.Simulators.Sparkcentral.Rest;

/// <summary>Gives tokens to those who have the tenant's REST keys, by Basic authentication only.</summary>
internal sealed class TokenEndpoint(Tenant tenant, SimulatorClock clock)
{
    private const string FormType = "application/x-www-form-urlencoded";

    public async Task<RestAnswer> RunAsync(HttpContext context, RestCall call, CancellationToken cancellationToken)
    {
        if (context.Request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) != true)
        {
            return Refusal(StatusCodes.Status400BadRequest, "invalid_request", $"The body must be {FormType}.");
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        return tenant.Change(state =>
        {
            // Only the fields that are known to hold no credential are logged.
            call.Body = $"grant_type={form["grant_type"]}&scope={form["scope"]}";
            return Refuse(state.Settings, context.Request, form) ?? Grant(state);
        });
    }

    private static RestAnswer? Refuse(TenantSettings settings, HttpRequest request, IFormCollection form)
    {
        if (settings is not { ClientId: { } id, ClientSecret: { } secret }
            || !HasCredentials(request.Headers.Authorization.ToString(), $"{id}:{secret}"))
        {
            return Refusal(StatusCodes.Status401Unauthorized, "invalid_client", "Client authentication failed.");
        }

        var isClassic = settings.Profile != WireProfile.Inbox2;
        if (form["grant_type"] != (isClassic ? "client_credentials" : "organization_app"))
        {
            return Refusal(StatusCodes.Status400BadRequest, "unsupported_grant_type", "The grant type is not supported.");
        }

        if (isClassic && form["scope"] != "client-read")
        {
            return Refusal(StatusCodes.Status400BadRequest, "invalid_scope", "The scope is not known.");
        }

        return !isClassic && string.IsNullOrEmpty(form["organization_id"])
            ? Refusal(StatusCodes.Status400BadRequest, "invalid_request", "organization_id is missing.")
            : null;
    }

    private static bool HasCredentials(string header, string expected)
    {
        const string Scheme = "Basic ";
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var given = new byte[header.Length];
        return Convert.TryFromBase64String(header[Scheme.Length..].Trim(), given, out var length)
            && CryptographicOperations.FixedTimeEquals(given.AsSpan(0, length), Encoding.UTF8.GetBytes(expected));
    }

    private static RestAnswer Refusal(int status, string error, string description) => new(status, WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("error", error);
        json.WriteString("error_description", description);
        json.WriteString("error_hint", string.Empty);
        json.WriteNumber("status_code", status);
        json.WriteEndObject();
    }));

    private RestAnswer Grant(TenantState state)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var lifetime = state.Settings.TokenLifetime;
        state.Tokens[token] = clock.GetUtcNow() + lifetime;
        return new RestAnswer(StatusCodes.Status200OK, WireJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("access_token", token);
            json.WriteString("token_type", "bearer");
            json.WriteNumber("expires_in", (long)lifetime.TotalSeconds);
            json.WriteEndObject();
        }));
    }
}
