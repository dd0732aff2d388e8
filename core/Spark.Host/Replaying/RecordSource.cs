using System.Text.Json;
using Spark.Cockpit.Admin;
using Spark.Host.Administration;
using Spark.Runtime;
using Spark.Runtime.Recording;
using Spark.Runtime.Secrets;
using Spark.Testing.Replaying;

namespace Spark.Host.Replaying;

/// <summary>Where records of conversations come from: a host or its database.</summary>
internal static class RecordSource
{
    /// <summary>What opens the answers in records that were given in confidence: the host's own key, when this command was given it.</summary>
    /// <exception cref="OperatorException">It is no key.</exception>
    public static ReplaySeals Seals() => ReplaySeals.WithKey(Environment.GetEnvironmentVariable($"{SealOptions.SectionName}__{nameof(SealOptions.Key)}"));

    /// <summary>The record of a conversation.</summary>
    /// <param name="admin">The way to the host or its database.</param>
    /// <param name="address">The conversation's key, or instance/id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperatorException">There is none, or its beginning is gone.</exception>
    public static async Task<ConversationRecord> ReadAsync(AdminConnection admin, string address, CancellationToken cancellationToken)
    {
        return Whole(await FindAsync(admin, address, cancellationToken), address);
    }

    /// <summary>The record in a file: an evidence bundle of the cockpit, from whatever host.</summary>
    /// <exception cref="OperatorException">It is none, or its beginning was gone.</exception>
    public static async Task<ConversationRecord> ReadFileAsync(string path, CancellationToken cancellationToken) =>
        Whole(Read(await File.ReadAllTextAsync(path, cancellationToken), path), path);

    private static ConversationRecord Whole(ConversationRecord record, string address) => record.IsWhole
        ? record
        : throw new OperatorException(
            "SPK12041", $"The log of conversation '{address}' does not reach back to its first turn: retention has deleted its beginning, and a replay has nothing to begin with.");

    /// <summary>The records of the conversations that changed last.</summary>
    /// <param name="admin">The way to the host or its database.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those whose log is whole.</returns>
    public static async Task<IReadOnlyList<ConversationRecord>> ReadLastAsync(AdminConnection admin, int count, CancellationToken cancellationToken)
    {
        var records = new List<ConversationRecord>();
        string? next = "";
        for (var left = count; left > 0 && next is not null;)
        {
            var page = await admin.GetAsync(
                FormattableString.Invariant($"conversations?limit={Math.Min(left, 500)}") + (next.Length > 0 ? $"&before={Uri.EscapeDataString(next)}" : ""),
                AdminJson.Default.ConversationList,
                cancellationToken);
            foreach (var line in page.Conversations)
            {
                if (await FindAsync(admin, line.Key, cancellationToken) is { IsWhole: true } record)
                {
                    records.Add(record);
                }
            }

            left -= page.Conversations.Count;
            next = page.Next;
        }

        return records;
    }

    private static async Task<ConversationRecord> FindAsync(AdminConnection admin, string address, CancellationToken cancellationToken)
    {
        return Read(await admin.GetTextAsync($"conversation/record?address={Uri.EscapeDataString(address)}", cancellationToken), address);
    }

    private static ConversationRecord Read(string json, string address)
    {
        try
        {
            return ConversationRecordJson.Read(json);
        }
        catch (JsonException wrong)
        {
            throw new OperatorException("SPK12015", $"The record of conversation '{address}' cannot be read: {wrong.Message}", wrong);
        }
    }
}
