using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spark.Understanding.Entities;
using Spark.Understanding.Values.Composites;

namespace Spark.Host.Understanding;

/// <summary>Finds the entities of texts that come one JSON object a line; a line that cannot be read is answered with <c>error</c>.</summary>
/// <param name="time">Tells the present where a line does not.</param>
/// <param name="composites">A bot's combinations of values, which are found too; null for none.</param>
internal sealed class EntityLines(TimeProvider time, IReadOnlyDictionary<string, CompositePatterns>? composites = null)
{
    private const string DefaultLanguage = "en";

    private static readonly Dictionary<string, CompositePatterns> EmptyComposites = new(StringComparer.Ordinal);

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether all lines could be read.</summary>
    public async Task<bool> RunAsync(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        var isSound = true;
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var (answer, isAnswered) = Answer(line);
            isSound &= isAnswered;
            await output.WriteLineAsync(answer.AsMemory(), cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
        return isSound;
    }

    private (string Answer, bool IsAnswered) Answer(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var asked = document.RootElement;
            var text = Read(asked, "text") ?? throw new FormatException("The line has no text.");
            var language = Read(asked, "language") ?? DefaultLanguage;
            var now = ClockOf(Read(asked, "now"), Read(asked, "zone"));
            var found = EntityRecognizer.Find(text, new EntityContext(language, now));
            var combined = (composites ?? EmptyComposites)
                .SelectMany(composite => composite.Value.Find(text, language, new(now, TimeSpan.Zero)), (composite, entity) => (composite.Key, entity))
                .ToList();
            return (Write(writer => EntityJson.Write(writer, text, language, found, combined)), true);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException or TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            return (Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("error", wrong.Message);
                writer.WriteEndObject();
            }), false);
        }
    }

    private static string? Read(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;

    // A moment with an offset is brought to the zone; one without is what the clock on the wall shows.
    private DateTime ClockOf(string? now, string? zone)
    {
        var local = zone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(zone);
        if (now is null)
        {
            return TimeZoneInfo.ConvertTime(time.GetUtcNow(), local).DateTime;
        }

        var moment = DateTime.Parse(now, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        return moment.Kind == DateTimeKind.Unspecified
            ? moment
            : TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), local).DateTime;
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
