using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access;

/// <summary>The accounts of the cockpit, for administrators.</summary>
internal static class AccountEndpoints
{
    private const int LongestDisplay = 100;
    private const int MostBots = 100;

    public static void MapAccounts(this RouteGroupBuilder admin)
    {
        admin.MapGet("/accounts", ListAsync).Needs(Right.Administer);
        admin.MapPut("/accounts/{name}", PutAsync).Needs(Right.Administer).Produces<SaveConflict>(StatusCodes.Status409Conflict).Audited("account.set");
        admin.MapDelete("/accounts/{name}", RemoveAsync).Needs(Right.Administer).Audited("account.removed");
    }

    /// <summary>What is wrong with an account; null when it may be kept.</summary>
    internal static IResult? Refusal(string name, string display, string? password)
    {
        var problem = !AccountName.IsWellFormed(name) ? $"'{name}' is no name for an account: use {AccountName.Form}."
            : display.Trim().Length is 0 or > LongestDisplay ? $"Give a name to be shown, of at most {LongestDisplay} characters."
            : password is not null && password.Length is < PasswordHash.Shortest or > PasswordHash.Longest
                ? $"A password has at least {PasswordHash.Shortest} characters; a few words make a good one."
            : password is not null && password.Contains(name, StringComparison.OrdinalIgnoreCase) ? "The password must not hold the account's name."
            : null;
        return problem is null ? null : AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14045", problem);
    }

    private static async Task<IResult> ListAsync(IAccountStore accounts, CancellationToken cancellationToken) => Results.Json(
        new AccountList([.. (await accounts.ListAsync(cancellationToken)).Select(AccountView.Of)]), AdminJson.Default.AccountList);

    private static async Task<IResult> PutAsync(
        HttpContext http, IAccountStore accounts, ISessionStore sessions, TimeProvider time, string name, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.AccountRequest, cancellationToken) is not { Display: not null } request)
        {
            return RequestBody.Refusal();
        }

        var normal = AccountName.Normal(name);
        if (Refusal(normal, request.Display, request.Password) is { } refusal)
        {
            return refusal;
        }

        var known = await accounts.FindAsync(normal, cancellationToken);
        if (request.Edition is { } edition && edition != AccountEdition.Of(known))
        {
            return Conflict(edition, known);
        }

        var bots = request.NamesBots ? request.Bots : known?.Bots;
        if (BotsProblem(request.Role, bots) is { } problem)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14045", problem);
        }

        if (known?.Subject is not null && request.Password is not null)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14045", $"'{normal}' signs in elsewhere and has no password here.");
        }

        if (known is null && request.Password is null)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14045", "A new account needs a password.");
        }

        var account = new Account
        {
            Name = normal,
            Display = request.Display.Trim(),
            Role = request.Role,
            IsDisabled = request.IsDisabled,
            Password = request.Password is { } password ? PasswordHash.Of(password) : known!.Password,
            CreatedAt = known?.CreatedAt ?? time.GetUtcNow(),
            Bots = bots is null ? null : [.. bots.Distinct(StringComparer.Ordinal)],
            Issuer = known?.Issuer,
            Subject = known?.Subject,
        };
        var isDone = known is null
            ? await accounts.TryAddAsync(account, onlyFirst: false, cancellationToken)
            : await accounts.PutAsync(account, before: known, cancellationToken);
        if (!isDone)
        {
            var now = await accounts.FindAsync(normal, cancellationToken);
            return AccountEdition.Of(now) == AccountEdition.Of(known) ? LastOne() : Conflict(request.Edition, now);
        }

        if (known is not null && (request.Password is not null || request.IsDisabled || request.Role != known.Role || !SameBots(account.Bots, known.Bots)))
        {
            await sessions.RemoveOfAsync(normal, cancellationToken);
        }

        AuditNote.Of(http).About(normal).Add("role", account.Role).Add("disabled", account.IsDisabled ? "true" : null)
            .Add("password", request.Password is null ? null : "set").Add("was", known?.Role).Add("bots", account.Bots is null ? null : string.Join(' ', account.Bots));
        return Results.Json(AccountView.Of(account), AdminJson.Default.AccountView);
    }

    /// <summary>What is wrong with a limit to some bots; null when nothing is.</summary>
    internal static string? BotsProblem(Role role, IReadOnlyList<string>? bots) =>
        bots is null ? null
        : bots.Count is 0 or > MostBots || bots.Any(bot => bot.Length is 0 or > LongestDisplay || bot.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))) ? $"Name 1 to {MostBots} bots by their ids, or none at all for every bot."
        : role == Role.Administrator ? "An administrator sees to the whole house: give another role, or every bot."
        : null;

    private static bool SameBots(IReadOnlyList<string>? left, IReadOnlyList<string>? right) =>
        left is null || right is null ? left == right : left.ToHashSet(StringComparer.Ordinal).SetEquals(right);

    private static async Task<IResult> RemoveAsync(IAccountStore accounts, string name, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(AccountName.Normal(name), cancellationToken) is not { } account)
        {
            return AdminError.Answer(StatusCodes.Status404NotFound, "SPK14047", $"There is no account '{name}'.");
        }

        return await accounts.RemoveAsync(account.Name, cancellationToken) ? Results.NoContent() : LastOne();
    }

    // Who adds an account has read none: they mean somebody else by the name.
    private static IResult Conflict(string? edition, Account? now)
    {
        var view = now is null ? null : AccountView.Of(now);
        return edition is "" && view is not null
            ? SaveConflict.Answer(view, AdminJson.Default.AccountView, message: $"There is an account '{view.Name}' already. Change that one, or choose another name.")
            : SaveConflict.Answer(view, AdminJson.Default.AccountView);
    }

    private static IResult LastOne() => AdminError.Answer(
        StatusCodes.Status409Conflict, "SPK14046", "This is the last administrator who may sign in. Make another one first.");
}
