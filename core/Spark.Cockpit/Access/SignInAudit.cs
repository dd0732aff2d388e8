using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Spark.Cockpit.Admin;
using Spark.Runtime.Access;

namespace Spark.Cockpit.Access;

/// <summary>
/// Writes failed sign-ins into the audit: the first, the tenth, the hundredth of an account from an address, and no more than some in a
/// while, so that who guesses fills no table. What was typed as a name is never written: people type their password there.
/// </summary>
internal sealed partial class SignInAudit(IAuditStore store, TimeProvider time, ILogger<SignInAudit> logger)
{
    /// <summary>The most entries of a node in each window.</summary>
    internal const int MostInWindow = 20;

    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly Dictionary<(string? Account, string Way, string Address), int> tries = [];
    private readonly AuditTrail trail = new(store, time);
    private DateTimeOffset began;
    private int written;

    /// <summary>Notes that somebody has not come in.</summary>
    /// <param name="account">The account, when there is one of that name; null otherwise.</param>
    /// <param name="way">How they tried: password, first, password-change, openid.</param>
    /// <param name="address">Where from.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask RefusedAsync(string? account, string way, string address, CancellationToken cancellationToken)
    {
        if (Count((account, way, address)) is not { } count)
        {
            return;
        }

        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["address"] = address,
            ["tries"] = count.ToString(CultureInfo.InvariantCulture),
            ["way"] = way,
        };
        try
        {
            await trail.WriteAsync(
                new()
                {
                    Actor = "visitor",
                    What = "session.refused",
                    Subject = account is null ? "(no such account)" : account,
                    Details = JsonSerializer.SerializeToElement(facts, AdminJson.Default.SortedDictionaryStringString),
                },
                cancellationToken);
        }
        catch (PluginNotReadyException away)
        {
            LogNotWritten(way, count, away.Message);
        }
    }

    // How often by now, when that is to be written.
    private int? Count((string? Account, string Way, string Address) who)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now - began >= Window)
            {
                began = now;
                written = 0;
                tries.Clear();
            }

            // Who comes from everywhere at once finds no room here either.
            if (!tries.ContainsKey(who) && tries.Count >= MostInWindow)
            {
                return null;
            }

            var count = tries[who] = tries.GetValueOrDefault(who) + 1;
            return IsPowerOfTen(count) && written++ < MostInWindow ? count : null;
        }
    }

    private static bool IsPowerOfTen(int count)
    {
        while (count % 10 == 0)
        {
            count /= 10;
        }

        return count == 1;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A failed sign-in by {Way}, try {Count}, could not be written into the audit: {Why}")]
    private partial void LogNotWritten(string way, int count, string why);
}
