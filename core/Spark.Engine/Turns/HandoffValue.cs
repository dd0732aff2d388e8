using System.Globalization;
using Spark.Engine.Conversations;
using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>What a forwarded conversation brought along, as bots see it: <c>sys.handoff</c>.</summary>
internal static class HandoffValue
{
    /// <summary>Its own names, and every name of the metadata that is not one of them.</summary>
    public static Value Of(Handoff handoff)
    {
        var metadata = handoff.Metadata.Select(pair => KeyValuePair.Create(pair.Key, Value.From(pair.Value))).ToList();
        var fields = new List<KeyValuePair<string, Value>>
        {
            new("from", Value.From(handoff.From)),
            new("text", Value.From(handoff.Text)),
            new("metadata", Value.Object(metadata)),
            new("files", Value.Array([.. handoff.Files.Select(file => Value.Object(
            [
                new("name", Value.From(file.Name)),
                new("mediaType", Value.From(file.MediaType)),
                new("url", Value.From(file.Address.AbsoluteUri)),
            ]))])),
            new("transcript", Value.Array([.. handoff.Transcript.Select(line => Value.Object(
            [
                new("at", Value.From(line.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))),
                new("fromPerson", Value.From(line.FromPerson)),
                new("text", Value.From(line.Text)),
            ]))])),
        };
        if (handoff.TimeZone is { } zone)
        {
            fields.Add(new("timeZone", Value.From(zone)));
        }

        var own = fields.Select(field => field.Key).Append("timeZone").ToHashSet(StringComparer.Ordinal);
        fields.AddRange(metadata.Where(pair => !own.Contains(pair.Key)));
        return Value.Object(fields);
    }
}
