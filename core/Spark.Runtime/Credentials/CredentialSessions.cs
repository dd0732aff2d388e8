using System.Text.Json;
using Spark.Runtime.ApiCalls;
using Spark.Runtime.Configuration;

namespace Spark.Runtime.Credentials;

/// <summary>The credentials in use, one session an edition: a changed credential holds with the next call.</summary>
internal sealed class CredentialSessions(
    ConfigurationCatalog catalog, CredentialKeys keys, IOutgoingHttp outgoing, TimeProvider time) : IDisposable
{
    /// <summary>Longer than any call may take: what was begun with the old edition ends with it.</summary>
    private static readonly TimeSpan Retirement = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (long Edition, CredentialSession Session)> sessions = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset At, CredentialSession Session)> retired = new();

    /// <summary>The session of a credential.</summary>
    /// <exception cref="OperatorException">Its secrets cannot be opened.</exception>
    public CredentialSession Of(StoredCredential stored)
    {
        lock (gate)
        {
            if (sessions.TryGetValue(stored.Value.Name, out var known))
            {
                if (known.Edition == stored.Item.Edition)
                {
                    return known.Session;
                }

                retired.Enqueue((time.GetUtcNow(), known.Session));
            }

            while (retired.TryPeek(out var oldest) && oldest.At + Retirement < time.GetUtcNow())
            {
                retired.Dequeue().Session.Dispose();
            }

            var session = Make(stored.Value, Open(stored), (secrets, token) => KeepAsync(stored, secrets, token));
            sessions[stored.Value.Name] = (stored.Item.Edition, session);
            return session;
        }
    }

    /// <summary>A session of a credential that is not kept; its maker disposes it.</summary>
    /// <exception cref="OperatorException">Its certificate or its authorities are none.</exception>
    public CredentialSession Make(Credential credential, CredentialSecrets secrets, Func<CredentialSecrets, CancellationToken, Task> keep) =>
        new(credential, secrets, outgoing.Create($"credential '{credential.Name}'", credential.AllowPrivate, Tls(credential, secrets)), time, keep);

    /// <summary>The secrets of a credential.</summary>
    /// <exception cref="OperatorException">They cannot be opened.</exception>
    public CredentialSecrets Open(StoredCredential stored) => stored.Item is { Sealed: { } box, KeyId: { } id }
        ? JsonSerializer.Deserialize(keys.Open(id, box, Place(stored.Value.Name)), ConfigurationJson.Default.CredentialSecrets)!
        : new();

    /// <summary>A credential as it is stored, its secrets sealed.</summary>
    public ConfigurationItem Close(Credential credential, CredentialSecrets secrets)
    {
        var (id, box) = keys.Close(JsonSerializer.SerializeToUtf8Bytes(secrets, ConfigurationJson.Default.CredentialSecrets), Place(credential.Name));
        return new(ConfigurationKind.Credential, credential.Name, JsonSerializer.SerializeToUtf8Bytes(credential, ConfigurationJson.Default.Credential))
        {
            Sealed = box,
            KeyId = id,
        };
    }

    public void Dispose()
    {
        foreach (var (_, session) in sessions.Values)
        {
            session.Dispose();
        }

        foreach (var (_, session) in retired)
        {
            session.Dispose();
        }
    }

    private static string Place(string name) => $"credential '{name}'";

    private async Task KeepAsync(StoredCredential stored, CredentialSecrets secrets, CancellationToken cancellationToken) =>
        await catalog.PutAsync(Close(stored.Value, secrets), stored.Item.Edition, cancellationToken);

    private static TlsOptions? Tls(Credential credential, CredentialSecrets secrets)
    {
        try
        {
            return TlsOptions.OfPem(secrets.Certificate, credential.Authorities);
        }
        catch (ArgumentException unusable)
        {
            throw new OperatorException("SPK11041", $"The certificate of credential '{credential.Name}' must hold a certificate and its private key, and its authorities certificates, all of them as PEM.", unusable);
        }
    }
}
