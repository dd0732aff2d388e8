using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access;

/// <summary>Signs in and out, and knows who asks by the cookie that a request brings.</summary>
internal sealed class SessionDesk(IAccountStore accounts, ISessionStore sessions, SignInGuard guard, TimeProvider time)
{
    private const int TokenBytes = 32;

    private static readonly TimeSpan IdleAfter = TimeSpan.FromHours(8);
    private static readonly TimeSpan EndsAfter = TimeSpan.FromDays(7);
    private static readonly TimeSpan TouchAfter = TimeSpan.FromMinutes(5);

    /// <summary>Tries a name and a password.</summary>
    /// <param name="name">The name, as it was typed.</param>
    /// <param name="password">The password.</param>
    /// <param name="network">Where the request comes from, as <see cref="SignInGuard.NetworkOf"/> has it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SignInResult> SignInAsync(string name, string password, string network, CancellationToken cancellationToken)
    {
        var known = AccountName.Normal(name);
        string[] keys = [$"name {known}", $"network {network}"];
        if (guard.WaitFor(keys) is { } wait)
        {
            return new(null, null, wait);
        }

        var account = known.Length <= AccountName.Longest ? await accounts.FindAsync(known, cancellationToken) : null;
        if (password.Length > PasswordHash.Longest || !PasswordHash.Fits(password, account?.Password is { Length: > 0 } hash ? hash : null) || account!.IsDisabled)
        {
            guard.Failed(keys);
            return new(null, null, null) { Account = account?.Name };
        }

        guard.Succeeded(keys);
        return await BeginAsync(account, cancellationToken);
    }

    /// <summary>Begins a session of an account, under a new secret of its own.</summary>
    public async Task<SignInResult> BeginAsync(Account account, CancellationToken cancellationToken)
    {
        var token = NewSecret();
        var now = time.GetUtcNow();
        var session = new Session { Id = IdOf(token), Account = account.Name, Csrf = NewSecret(), CreatedAt = now, UsedAt = now };
        await sessions.AddAsync(session, now - IdleAfter, cancellationToken);
        return new(token, Operator.Of(account, session), null);
    }

    /// <summary>Who a cookie belongs to; null when its session has ended or its account may not sign in any more.</summary>
    public async Task<Operator?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > 2 * TokenBytes || await sessions.FindAsync(IdOf(token), cancellationToken) is not { } session)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (session.UsedAt + IdleAfter < now || session.CreatedAt + EndsAfter < now)
        {
            await sessions.RemoveAsync(session.Id, cancellationToken);
            return null;
        }

        if (await accounts.FindAsync(session.Account, cancellationToken) is not { IsDisabled: false } account)
        {
            return null;
        }

        if (session.UsedAt + TouchAfter < now)
        {
            await sessions.TouchAsync(session.Id, now, cancellationToken);
        }

        return Operator.Of(account, session);
    }

    public ValueTask SignOutAsync(Session session, CancellationToken cancellationToken) => sessions.RemoveAsync(session.Id, cancellationToken);

    internal static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    // Thirty-two random bytes cannot be guessed: a slow hash would protect nothing more.
    private static byte[] IdOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
