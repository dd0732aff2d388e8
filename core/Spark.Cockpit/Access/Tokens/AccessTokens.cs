using System.Security.Cryptography;
using System.Text;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access.Tokens;

/// <summary>Tokens that scripts bring to the admin API instead of a session: made, listed, known again and removed.</summary>
internal sealed class AccessTokens(IAccessTokenStore store, TimeProvider time)
{
    private const string Prefix = "spark_";
    private const int Longest = 100;
    private const int IdLength = 10;
    private const string IdAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    private static readonly TimeSpan TouchAfter = TimeSpan.FromMinutes(5);

    /// <summary>True for what looks like such a token: so that it is told from the admin token, and found by who looks for leaked ones.</summary>
    public static bool IsOne(string bearer) => bearer.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Makes a token.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="rights">What it may do.</param>
    /// <param name="bots">The only bots that it sees to; null for all.</param>
    /// <param name="life">How long it holds.</param>
    /// <param name="madeBy">Who asks for it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The token, and what is to be shown this once.</returns>
    public async Task<(AccessToken Token, string Secret)> CreateAsync(
        string name, IEnumerable<Right> rights, IReadOnlyList<string>? bots, TimeSpan life, string madeBy, CancellationToken cancellationToken)
    {
        var secret = Prefix + SessionDesk.NewSecret();
        var now = time.GetUtcNow();
        var token = new AccessToken
        {
            Id = RandomNumberGenerator.GetString(IdAlphabet, IdLength),
            Name = name,
            Hash = Hash(secret),
            Rights = [.. rights.Distinct().Order().Select(right => right.ToString())],
            Bots = bots is null ? null : [.. bots.Distinct(StringComparer.Ordinal)],
            MadeBy = madeBy,
            CreatedAt = now,
            ExpiresAt = now + life,
        };
        await store.AddAsync(token, cancellationToken);
        return (token, secret);
    }

    public ValueTask<IReadOnlyList<AccessToken>> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken) => store.RemoveAsync(id, cancellationToken);

    /// <summary>Who a bearer token stands for; null when it is none, or has ended.</summary>
    public async ValueTask<Operator?> FindAsync(string bearer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (bearer.Length > Longest || await store.FindAsync(Hash(bearer), cancellationToken) is not { } token || token.ExpiresAt <= now)
        {
            return null;
        }

        if (token.UsedAt is not { } used || used + TouchAfter < now)
        {
            await store.TouchAsync(token.Id, now, cancellationToken);
        }

        // In brackets, as no account is called: the audit tells a script from a person.
        var name = $"(token {token.Id}: {token.Name})";
        return new(name, name, Role.Reader, null) { Rights = Read(token.Rights), Bots = token.Bots };
    }

    /// <summary>The rights behind stored words; one that this version does not know gives nothing.</summary>
    public static IReadOnlySet<Right> Read(IReadOnlyList<string> words) =>
        words.Where(word => Enum.IsDefined(typeof(Right), word)).Select(Enum.Parse<Right>).ToHashSet();

    // Thirty-two random bytes cannot be guessed: a slow hash would protect nothing more.
    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
