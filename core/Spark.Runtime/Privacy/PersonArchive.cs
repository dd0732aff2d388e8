using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spark.Engine.Conversations;
using Spark.Runtime.Access;
using Spark.Runtime.Escalation;
using Spark.Runtime.Feeds;
using Spark.Runtime.Files;
using Spark.Runtime.Offload;
using Spark.Runtime.Operations;
using Spark.Runtime.Turns;
using static Spark.Runtime.Privacy.ArchivedThings;

namespace Spark.Runtime.Privacy;

/// <summary>
/// The archive of an export: JSON that people and programs can read, the files as they are, and a manifest that says what is in it, with a hash
/// of each part.
/// </summary>
internal sealed class PersonArchive : IAsyncDisposable
{
    // For a person to read, and for nobody's page: letters stay letters.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ZipArchive zip;
    private readonly string reference;
    private readonly DateTimeOffset at;
    private readonly List<(string Name, int Items, string Hash)> parts = [];

    public PersonArchive(Stream target, string reference, DateTimeOffset at)
    {
        zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
        this.reference = reference;
        this.at = at;
    }

    public Task AddPersonAsync(PersonHoldings holdings, CancellationToken cancellationToken) => AddAsync("person.json", holdings.Faces.Count, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("addresses");
        foreach (var face in holdings.Faces)
        {
            json.WriteStartObject();
            json.WriteString("channel", face.Who.Instance);
            json.WriteString("id", face.Who.Id);
            Optional(json, "name", face.Name);
            Optional(json, "userPrincipalName", face.PrincipalName);
            Optional(json, "email", face.Email);
            Optional(json, "identity", face.Identity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rememberedByChannels");
        foreach (var (instance, person, since) in holdings.Remembered)
        {
            json.WriteStartObject();
            json.WriteString("channel", instance);
            json.WriteString("id", person.Id);
            Optional(json, "conversation", person.ConversationId);
            json.WriteBoolean("reachable", person.IsReachable);
            json.WriteString("since", since);
            if (person.ChannelDetails is { } details)
            {
                json.WritePropertyName("details");
                details.WriteTo(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }, cancellationToken);

    public Task AddValuesAsync(IReadOnlyList<RememberedValue> values, CancellationToken cancellationToken) => AddAsync("remembered-by-bots.json", values.Count, json =>
    {
        json.WriteStartArray();
        foreach (var (_, bot, variable) in values)
        {
            json.WriteStartObject();
            json.WriteString("bot", bot);
            json.WriteString("name", variable.Name);
            if (!variable.Value.IsUndefined)
            {
                json.WritePropertyName("value");
                json.WriteRawValue(variable.Value.ToJson());
            }

            json.WriteString("at", variable.At);
            if (variable.Until is { } until)
            {
                json.WriteString("keptUntil", until);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }, cancellationToken);

    public Task AddConversationAsync(
        ConversationDetails conversation, IReadOnlyList<EscalationRecord> tickets, IReadOnlyList<Link> links, CancellationToken cancellationToken) =>
        AddAsync($"{FolderOf(conversation.Summary.Key)}/conversation.json", 1, json =>
        {
            var summary = conversation.Summary;
            json.WriteStartObject();
            json.WriteString("channel", summary.Instance);
            json.WriteString("id", summary.ExternalId);
            json.WriteString("began", summary.BeganAt);
            json.WriteString("lastChange", summary.ChangedAt);
            json.WriteStartArray("episodes");
            foreach (var episode in conversation.Episodes)
            {
                Write(json, episode);
            }

            json.WriteEndArray();
            json.WriteStartArray("ticketAttempts");
            foreach (var ticket in tickets)
            {
                Write(json, ticket);
            }

            json.WriteEndArray();
            json.WriteStartArray("sharedWith");
            foreach (var link in links)
            {
                json.WriteStringValue(link.Connection);
            }

            json.WriteEndArray();
            json.WritePropertyName("state");
            json.WriteRawValue(ConversationJson.Write(conversation.State));
            json.WriteEndObject();
        }, cancellationToken);

    /// <returns>The ids of the files that the turns name.</returns>
    public async Task<IReadOnlyList<string>> AddTurnsAsync(ConversationKey key, IAsyncEnumerable<LoggedTurn> turns, CancellationToken cancellationToken)
    {
        var said = new StringBuilder();
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        var count = 0;
        using var kept = new MemoryStream();
        await using (var json = new Utf8JsonWriter(kept, Readable))
        {
            json.WriteStartArray();
            await foreach (var turn in turns.WithCancellation(cancellationToken))
            {
                Write(json, turn);
                Write(said, turn);
                ids.UnionWith(PersonLog.FilesIn(turn));
                count++;
            }

            json.WriteEndArray();
        }

        await AddAsync($"{FolderOf(key)}/turns.json", count, kept.ToArray(), cancellationToken);
        await AddAsync($"{FolderOf(key)}/transcript.txt", count, Encoding.UTF8.GetBytes(said.ToString()), cancellationToken);
        return [.. ids];
    }

    public async Task AddFileAsync(KeptFile file, IFileStore files, CancellationToken cancellationToken)
    {
        var name = $"files/{file.Id[..Math.Min(8, file.Id.Length)]}-{Safe(file.Name)}";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        for (var piece = 0; await files.ReadAsync(file.Id, piece, cancellationToken) is { } bytes; piece++)
        {
            hash.AppendData(bytes);
            await entry.WriteAsync(bytes, cancellationToken);
        }

        parts.Add((name, 1, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    public async Task AddAuditAsync(IAsyncEnumerable<AuditRecord> entries, CancellationToken cancellationToken)
    {
        List<AuditRecord> all = [];
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            all.Add(entry);
        }

        await AddAsync("audit.json", all.Count, json =>
        {
            json.WriteStartArray();
            foreach (var entry in all)
            {
                json.WriteStartObject();
                json.WriteString("at", entry.At);
                json.WriteString("what", entry.What);
                Optional(json, "subject", entry.Subject);
                if (entry.Details is { } details)
                {
                    json.WritePropertyName("details");
                    json.WriteRawValue(details);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }, cancellationToken);
    }

    /// <summary>Writes the manifest, last: it holds the hashes of the rest.</summary>
    public Task CloseAsync(CancellationToken cancellationToken) => AddAsync("manifest.json", parts.Count, json =>
    {
        json.WriteStartObject();
        json.WriteString("what", "All that Spark keeps of one person");
        json.WriteNumber("format", 1);
        json.WriteString("reference", reference);
        json.WriteString("at", at);
        json.WriteStartArray("parts");
        foreach (var (name, items, hash) in parts)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteNumber("items", items);
            json.WriteString("sha256", hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notIncluded");
        json.WriteStringValue("What the person said in confidence lies under a seal, here too: it is shown as dots, or as a value named $sealed.");
        json.WriteStringValue("What was handed to other systems (tickets, desks, channels) is kept there; ticketAttempts and sharedWith say by whom.");
        json.WriteStringValue("Backups of the database, and logs of the host, which hold no words of people.");
        json.WriteEndArray();
        json.WriteEndObject();
    }, cancellationToken);

    public async ValueTask DisposeAsync() => await zip.DisposeAsync();

    private static string FolderOf(ConversationKey key) => $"conversations/{key}";

    private static string Safe(string name)
    {
        var safe = string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_')).TrimStart('.');
        return safe.Length is 0 ? "file" : safe.Length > 100 ? safe[^100..] : safe;
    }

    private async Task AddAsync(string name, int items, Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, Readable))
        {
            write(json);
        }

        await AddAsync(name, items, content.ToArray(), cancellationToken);
    }

    private async Task AddAsync(string name, int items, byte[] content, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await entry.WriteAsync(content, cancellationToken);
        parts.Add((name, items, Convert.ToHexStringLower(SHA256.HashData(content))));
    }
}
