using System.Text.Json.Nodes;

namespace Spark.Simulators.ServiceNow.Access;

/// <summary>OAuth 2.0: tokens for a user's password.</summary>
internal static class TokenRoutes
{
    public static void MapTokens(this WebApplication app) => app.MapPost("/oauth_token.do", async (HttpRequest request, Accounts accounts) =>
    {
        var form = await request.ReadFormAsync();
        var account = form["grant_type"].ToString() switch
        {
            "password" => accounts.Verify(form["username"].ToString(), form["password"].ToString()),
            "client_credentials" => accounts.Of(request) ?? accounts.Verify(form["client_id"].ToString(), form["client_secret"].ToString()),
            _ => null,
        };
        return account is null
            ? Results.Text("{\"error\":\"access_denied\",\"error_description\":\"access_denied\"}", "application/json", statusCode: StatusCodes.Status401Unauthorized)
            : Results.Text(
                new JsonObject { ["access_token"] = accounts.Issue(account), ["token_type"] = "Bearer", ["expires_in"] = 1800, ["scope"] = "useraccount" }.ToJsonString(),
                "application/json");
    });
}
