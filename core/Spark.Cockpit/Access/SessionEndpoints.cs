using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access.OpenId;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access;

/// <summary>Signing in and out, and the first administrator.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this RouteGroupBuilder admin)
    {
        admin.MapGet("/session", Show).Needs(Right.SeeConversations).Within(Reach.Everything);
        admin.MapPost("/session", SignInAsync).Open().Audited("session.opened");
        admin.MapDelete("/session", SignOutAsync).Needs(Right.SeeConversations).Within(Reach.Everything).Audited("session.closed");
        admin.MapPost("/session/first", FirstAsync).Open().Audited("account.first-made");
        admin.MapPost("/session/password", ChangePasswordAsync).Needs(Right.SeeConversations).Within(Reach.Everything).Audited("account.password-changed");
    }

    private static IResult Show(HttpContext http) => Results.Json(SessionView.Of(Operator.Of(http)!), AdminJson.Default.SessionView);

    private static async Task<IResult> SignInAsync(HttpContext http, SessionDesk desk, SignInAudit audit, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.SignInRequest, cancellationToken) is not { Name: not null, Password: not null } request)
        {
            return RequestBody.Refusal();
        }

        var result = await desk.SignInAsync(request.Name, request.Password, SignInGuard.NetworkOf(http.Connection.RemoteIpAddress), cancellationToken);
        if (result.Wait is { } wait)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return AdminError.Answer(StatusCodes.Status429TooManyRequests, "SPK14041", $"Too many tries have failed. Wait {seconds} seconds, then try again.");
        }

        if (result is { Token: { } token, Operator: { } who })
        {
            return Entered(http, token, who);
        }

        await audit.RefusedAsync(result.Account, "password", AddressOf(http), cancellationToken);
        return AdminError.Answer(StatusCodes.Status401Unauthorized, "SPK14040", "The name or the password is wrong, or the account may not sign in. An administrator can set a new password.");
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SessionDesk desk, CancellationToken cancellationToken)
    {
        var who = Operator.Of(http)!;
        if (who.Session is { } session)
        {
            await desk.SignOutAsync(session, cancellationToken);
        }

        SessionCookie.Take(http);
        return who.IsVouchedFor && await OpenIdEndpoints.SignOutAtAsync(http, cancellationToken) is { } next
            ? Results.Json(new SignedOut(next), AdminJson.Default.SignedOut)
            : Results.NoContent();
    }

    private static async Task<IResult> FirstAsync(
        HttpContext http, FirstAdministrator first, SessionDesk desk, SignInGuard guard, SignInAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.FirstRequest, cancellationToken)
            is not { Code: not null, Name: not null, Display: not null, Password: not null } request)
        {
            return RequestBody.Refusal();
        }

        var key = $"first {SignInGuard.NetworkOf(http.Connection.RemoteIpAddress)}";
        if (guard.WaitFor(key) is not null || !await first.VerifyAsync(request.Code, cancellationToken))
        {
            guard.Failed(key);
            await audit.RefusedAsync(null, "first", AddressOf(http), cancellationToken);
            return AdminError.Answer(
                StatusCodes.Status403Forbidden, "SPK14044", "This link does not hold any more: it was used, or the host was started again. As long as there is no account, each start prints a new one.");
        }

        var name = AccountName.Normal(request.Name);
        if (AccountEndpoints.Refusal(name, request.Display, request.Password) is { } refusal)
        {
            return refusal;
        }

        var account = new Account
        {
            Name = name,
            Display = request.Display.Trim(),
            Role = Role.Administrator,
            Password = PasswordHash.Of(request.Password),
            CreatedAt = time.GetUtcNow(),
        };
        if (!await first.TryMakeAsync(account, cancellationToken))
        {
            return AdminError.Answer(StatusCodes.Status403Forbidden, "SPK14044", "There is an administrator already. Sign in, or ask them for an account.");
        }

        var begun = await desk.BeginAsync(account, cancellationToken);
        return Entered(http, begun.Token!, begun.Operator!);
    }

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext http, IAccountStore accounts, ISessionStore sessions, SessionDesk desk, SignInGuard guard, SignInAudit audit, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.PasswordRequest, cancellationToken) is not { Current: not null, Password: not null } request)
        {
            return RequestBody.Refusal();
        }

        var who = Operator.Of(http)!;
        var key = $"password {who.Name}";
        if (guard.WaitFor(key) is not null || await accounts.FindAsync(who.Name, cancellationToken) is not { Subject: null } account || !PasswordHash.Fits(request.Current, account.Password))
        {
            guard.Failed(key);
            await audit.RefusedAsync(who.Name, "password-change", AddressOf(http), cancellationToken);
            return AdminError.Answer(StatusCodes.Status403Forbidden, "SPK14040", "The present password is another one.");
        }

        if (AccountEndpoints.Refusal(account.Name, account.Display, request.Password) is { } refusal)
        {
            return refusal;
        }

        var changed = account with { Password = PasswordHash.Of(request.Password) };
        if (!await accounts.PutAsync(changed, before: account, cancellationToken))
        {
            return AdminError.Answer(StatusCodes.Status409Conflict, SaveConflict.OfSettings, "Somebody else has changed the account at this very moment. Try again.");
        }

        await sessions.RemoveOfAsync(account.Name, cancellationToken);
        var begun = await desk.BeginAsync(changed, cancellationToken);
        return Entered(http, begun.Token!, begun.Operator!);
    }

    private static IResult Entered(HttpContext http, string token, Operator who)
    {
        SessionCookie.Give(http, token);
        AuditNote.Of(http).About(who.Name).Actor = $"account:{who.Name}";
        return Results.Json(SessionView.Of(who), AdminJson.Default.SessionView);
    }

    internal static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
