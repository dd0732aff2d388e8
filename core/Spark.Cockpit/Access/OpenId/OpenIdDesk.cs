using Spark.Runtime.Access;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>Gives who signed in elsewhere an account and a session here.</summary>
internal sealed class OpenIdDesk(
    IAccountStore accounts, IVouchedAccounts vouched, ISessionStore sessions, SessionDesk desk, IAuditStore audit, TimeProvider time)
{
    /// <summary>Begins a session; the account is made at the first time, and follows its roles and groups at each.</summary>
    /// <returns>What the cookie is to hold.</returns>
    /// <exception cref="OpenIdRefusedException">The account may not sign in, or its name is another's.</exception>
    public async Task<string> EnterAsync(OpenIdPerson person, CancellationToken cancellationToken)
    {
        var known = await vouched.FindAsync(person.Issuer, person.Subject, cancellationToken);
        if (known is { IsDisabled: true })
        {
            throw new OpenIdRefusedException(OpenIdProblem.Disabled, $"{known.Name} may not sign in: the account is disabled.");
        }

        var account = known is null ? await MakeAsync(person, cancellationToken) : await FollowAsync(known, person, cancellationToken);
        var begun = await desk.BeginAsync(account, cancellationToken);
        await WriteAsync(account, "session.opened", cancellationToken);
        return begun.Token!;
    }

    // Never an account that is there: whoever can choose a name at the provider would choose that of a local administrator.
    private async Task<Account> MakeAsync(OpenIdPerson person, CancellationToken cancellationToken)
    {
        var account = new Account
        {
            Name = person.Name,
            Display = person.Display,
            Role = person.Role,
            Password = [],
            Issuer = person.Issuer,
            Subject = person.Subject,
            Bots = person.Bots,
            CreatedAt = time.GetUtcNow(),
        };
        if (!await accounts.TryAddAsync(account, onlyFirst: false, cancellationToken))
        {
            throw new OpenIdRefusedException(
                OpenIdProblem.NameTaken, $"{person.Name} may not sign in: another account has this name. Remove that one under Accounts, when it is the same person's.");
        }

        await WriteAsync(account, "account.made-by-sign-in", cancellationToken);
        return account;
    }

    private async Task<Account> FollowAsync(Account known, OpenIdPerson person, CancellationToken cancellationToken)
    {
        var account = known with { Display = person.Display, Role = person.Role, Bots = person.Bots };
        var isSame = account.Role == known.Role && (account.Bots ?? []).SequenceEqual(known.Bots ?? [], StringComparer.Ordinal) && account.Bots is null == known.Bots is null;
        if (isSame && account.Display == known.Display)
        {
            return known;
        }

        // What the provider says holds, whoever is changing the account here.
        if (!await accounts.PutAsync(account, before: null, cancellationToken))
        {
            throw new OpenIdRefusedException(
                OpenIdProblem.NoRole, $"{known.Name} may not sign in: the provider takes the last administrator's role away. Make another administrator first.");
        }

        if (!isSame)
        {
            await sessions.RemoveOfAsync(known.Name, cancellationToken);
            await WriteAsync(known, "account.changed-by-sign-in", cancellationToken);
        }

        return account;
    }

    private async Task WriteAsync(Account account, string what, CancellationToken cancellationToken) =>
        await audit.AddAsync(new(0, time.GetUtcNow(), $"account:{account.Name}", what, account.Name, null), cancellationToken);
}
