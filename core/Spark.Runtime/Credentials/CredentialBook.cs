using Spark.Http;
using Spark.Runtime.ApiCalls;
using Spark.Runtime.Configuration;

namespace Spark.Runtime.Credentials;

/// <summary>The credentials, for administrators: set, tested, listed; their secrets are never given back.</summary>
public sealed class CredentialBook
{
    private readonly ConfigurationCatalog catalog;
    private readonly CredentialSessions sessions;
    private readonly CredentialKeys keys;
    private readonly TimeProvider time;

    internal CredentialBook(ConfigurationCatalog catalog, CredentialSessions sessions, CredentialKeys keys, TimeProvider time)
    {
        this.catalog = catalog;
        this.sessions = sessions;
        this.keys = keys;
        this.time = time;
    }

    /// <summary>All credentials, by name.</summary>
    public async Task<IReadOnlyList<CredentialEntry>> ListAsync(CancellationToken cancellationToken)
    {
        var settled = await catalog.ReadAsync(cancellationToken);
        return [.. settled.Credentials.Values.OrderBy(stored => stored.Value.Name, StringComparer.Ordinal).Select(stored => EntryOf(stored, settled))];
    }

    /// <summary>One credential; null when there is none.</summary>
    public async Task<CredentialEntry?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var settled = await catalog.ReadAsync(cancellationToken);
        return settled.Credentials.GetValueOrDefault(name) is { } stored ? EntryOf(stored, settled) : null;
    }

    /// <summary>Sets a credential, once its test has passed.</summary>
    /// <exception cref="OperatorException">There is no key to seal its secrets with.</exception>
    public async Task<CredentialOutcome> PutAsync(CredentialChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var secrets = await MergeAsync(change, cancellationToken);
        var problems = CredentialCheck.Problems(change.Credential, secrets);
        if (problems.Count > 0)
        {
            return new(ChangeOutcome.Refused(problems), null);
        }

        var test = change.WithoutTest ? null : await TestAsync(change.Credential, secrets, cancellationToken);
        if (test is { Passed: false })
        {
            return new(ChangeOutcome.Refused([new("", test.Message)]), test);
        }

        var edition = await catalog.PutAsync(sessions.Close(change.Credential, secrets), change.Edition, cancellationToken);
        return new(new(edition, []), test);
    }

    /// <summary>Tests a credential without setting it.</summary>
    public async Task<CredentialOutcome> TestAsync(CredentialChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var secrets = await MergeAsync(change, cancellationToken);
        var problems = CredentialCheck.Problems(change.Credential, secrets);
        return new(ChangeOutcome.Refused(problems), problems.Count > 0 ? null : await TestAsync(change.Credential, secrets, cancellationToken));
    }

    /// <summary>Tests a credential as it is; null when there is none.</summary>
    public async Task<CredentialTest?> TestAsync(string name, CancellationToken cancellationToken) =>
        (await catalog.ReadAsync(cancellationToken)).Credentials.GetValueOrDefault(name) is { } stored
            ? await TestAsync(stored.Value, sessions.Open(stored), cancellationToken)
            : null;

    /// <summary>Removes a credential that nobody uses.</summary>
    /// <returns>The API Calls that use it: it was removed when there are none; null when there is no such credential.</returns>
    public async Task<IReadOnlyList<string>?> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var users = UsersOf(name, await catalog.ReadAsync(cancellationToken));
        return users.Count > 0 ? users : await catalog.RemoveAsync(ConfigurationKind.Credential, name, cancellationToken) ? [] : null;
    }

    /// <summary>Seals all secrets with the key that is first now, so that older keys can be thrown away.</summary>
    /// <returns>How many were sealed anew.</returns>
    /// <exception cref="OperatorException">A key is missing.</exception>
    public async Task<int> ResealAsync(CancellationToken cancellationToken)
    {
        var (count, present) = (0, keys.PresentId);
        foreach (var stored in (await catalog.ReadAsync(cancellationToken)).Credentials.Values)
        {
            if (stored.Item.KeyId != present
                && await catalog.PutAsync(sessions.Close(stored.Value, sessions.Open(stored)), stored.Item.Edition, cancellationToken) is not null)
            {
                count++;
            }
        }

        return count;
    }

    // Whoever may set an address but not read a secret must not have it sent to himself.
    private async Task<CredentialSecrets> MergeAsync(CredentialChange change, CancellationToken cancellationToken)
    {
        var settled = await catalog.ReadAsync(cancellationToken);
        return settled.Credentials.GetValueOrDefault(change.Credential.Name) is { } stored && LeadsToTheSame(stored.Value, change.Credential)
            ? change.Secrets.Or(sessions.Open(stored))
            : change.Secrets;
    }

    private static bool LeadsToTheSame(Credential one, Credential other) =>
        IsSame(one.BaseUrl, other.BaseUrl)
        && IsSame(one.Authorization.TokenUrl, other.Authorization.TokenUrl)
        && string.Equals(one.Authorities ?? "", other.Authorities ?? "", StringComparison.Ordinal);

    private static bool IsSame(Uri? one, Uri? other) => (one, other) switch
    {
        (null, null) => true,
        ({ IsAbsoluteUri: true }, { IsAbsoluteUri: true }) => TargetAddress.IsSameHost(one, other),
        _ => false,
    };

    private async Task<CredentialTest> TestAsync(Credential credential, CredentialSecrets secrets, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        try
        {
            using var session = sessions.Make(credential, secrets, (_, _) => Task.CompletedTask);
            var target = TargetAddress.Of(credential.BaseUrl!, credential.TestResource, []);
            var exchange = await HttpExchange.SendAsync(session, () => new(HttpMethod.Get, target), CredentialTests.Within, time, cancellationToken);
            return CredentialTests.Read(credential, exchange, time.GetElapsedTime(began).TotalMilliseconds, session.Mask);
        }
        catch (OperatorException unusable)
        {
            return new(false, null, unusable.Message, time.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    private CredentialEntry EntryOf(StoredCredential stored, Settled settled)
    {
        var (secrets, problem) = (new CredentialSecrets(), default(string));
        try
        {
            secrets = sessions.Open(stored);
        }
        catch (OperatorException unreadable)
        {
            problem = $"{unreadable.Code}: {unreadable.Message}";
        }

        return new(
            stored.Value, secrets.Names(), UsersOf(stored.Value.Name, settled), stored.Item.Edition, stored.Item.ChangedAt, stored.Item.KeyId, problem);
    }

    private static List<string> UsersOf(string name, Settled settled) =>
    [
        .. settled.ApiCalls.Values.Where(call => string.Equals(call.Value.Credential, name, StringComparison.Ordinal))
            .Select(call => call.Value.Name).Order(StringComparer.Ordinal),
    ];
}
