using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access.Tokens;

/// <summary>Tokens of scripts, for administrators.</summary>
internal static class AccessTokenEndpoints
{
    private const int LongestName = 80;
    private const int MostDays = 3_650;

    public static void MapAccessTokens(this RouteGroupBuilder admin)
    {
        admin.MapGet("/access-tokens", ListAsync).Needs(Right.Administer);
        admin.MapPost("/access-tokens", CreateAsync).Needs(Right.Administer).Audited("access-token.created");
        admin.MapDelete("/access-tokens/{id}", RemoveAsync).Needs(Right.Administer).Audited("access-token.removed");
    }

    private static async Task<IResult> ListAsync([FromServices] AccessTokens tokens, CancellationToken cancellationToken) => Results.Json(
        new AccessTokenList([.. (await tokens.ListAsync(cancellationToken)).Select(AccessTokenView.Of)]), AdminJson.Default.AccessTokenList);

    private static async Task<IResult> CreateAsync(HttpContext http, [FromServices] AccessTokens tokens, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.AccessTokenRequest, cancellationToken) is not { Name: not null, Rights: not null } request)
        {
            return RequestBody.Refusal();
        }

        var name = request.Name.Trim();
        if (Problem(name, request) is { } problem)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14054", problem);
        }

        var (token, secret) = await tokens.CreateAsync(
            name, request.Rights, request.Bots, TimeSpan.FromDays(request.Days), Operator.Of(http)!.Name, cancellationToken);
        return Results.Json(new NewAccessToken(AccessTokenView.Of(token), secret), AdminJson.Default.NewAccessToken);
    }

    private static string? Problem(string name, AccessTokenRequest request) =>
        name.Length is 0 or > LongestName || name.Any(char.IsControl) ? $"Give the token a name of 1 to {LongestName} characters, such as what uses it."
        : request.Rights.Count == 0 || request.Rights.Any(right => !Enum.IsDefined(right)) ? $"Give it at least one right. There are: {string.Join(", ", Enum.GetNames<Right>())}."
        : request.Days is < 1 or > MostDays ? $"It holds 1 to {MostDays} days."
        : request.Bots is not null && request.Rights.Any(right => !Roles.WithinBots(request.Rights.ToHashSet()).Contains(right))
            ? "Administer, EditSupport, ManagePeople and ManagePlugins are about all bots: leave them out, or the bots."
        : AccountEndpoints.BotsProblem(Role.Reader, request.Bots);

    private static async Task<IResult> RemoveAsync([FromServices] AccessTokens tokens, string id, CancellationToken cancellationToken) =>
        await tokens.RemoveAsync(id, cancellationToken)
            ? Results.NoContent()
            : AdminError.Answer(StatusCodes.Status404NotFound, "SPK14055", $"There is no access token '{id}'. 'spark access-token list' shows them all.");
}
