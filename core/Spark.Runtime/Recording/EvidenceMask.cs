using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Spark.Channels;
using Spark.Engine.Conversations;

namespace Spark.Runtime.Recording;

/// <summary>
/// Takes people out of a record that leaves the house. Every name, id and address becomes the same stand-in wherever it occurs, in what
/// came in, in what was answered and in the state, so that a replay elsewhere still agrees with itself. Files of bots stay as they are.
/// What somebody wrote of themselves in words of their own stays too: no program finds that.
/// </summary>
public static partial class EvidenceMask
{
    private const string Versions = "versions";

    // A name of two letters would be found in the middle of words.
    private const int Shortest = 3;

    /// <summary>Masks a record.</summary>
    /// <param name="record">The record.</param>
    /// <returns>Its JSON, as <see cref="ConversationRecordJson.Read"/> reads it.</returns>
    public static byte[] Write(ConversationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var standIns = new StandIns();
        foreach (var person in People(record))
        {
            standIns.Add(person.Id, "person");
            standIns.Add(person.Name, "Name");
            standIns.Add(person.Email, "mail", "@example.com");
            standIns.Add(person.Identity, "identity");
        }

        standIns.Add(record.ConversationId, "conversation");
        var root = JsonNode.Parse(ConversationRecordJson.Write(record))!.AsObject();
        foreach (var name in root.Select(property => property.Key).Where(name => name != Versions).ToList())
        {
            root[name] = standIns.In(root[name]);
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static IEnumerable<Person> People(ConversationRecord record) => record.Turns
        .Select(turn => (turn.Event as InboundReceived)?.Inbound.Person).Append(record.State.Person).OfType<Person>();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Address();

    private sealed class StandIns
    {
        private readonly Dictionary<string, string> known = new(StringComparer.OrdinalIgnoreCase);

        public void Add(string? text, string word, string end = "")
        {
            if (text is { Length: >= Shortest } && !known.ContainsKey(text))
            {
                known.Add(text, FormattableString.Invariant($"{word}-{known.Count + 1}{end}"));
            }
        }

        public JsonNode? In(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject members:
                    return new JsonObject(members.ToList().Select(member => KeyValuePair.Create(member.Key, In(member.Value))));
                case JsonArray items:
                    return new JsonArray([.. items.ToList().Select(In)]);
                case JsonValue value when value.TryGetValue<string>(out var text):
                    return JsonValue.Create(In(text));
                default:
                    return node?.DeepClone();
            }
        }

        private string In(string text)
        {
            foreach (var found in Address().Matches(text).Select(match => match.Value))
            {
                Add(found, "mail", "@example.com");
            }

            // The longest first: an address may hold a name.
            foreach (var (real, standIn) in known.OrderByDescending(pair => pair.Key.Length))
            {
                text = text.Replace(real, standIn, StringComparison.OrdinalIgnoreCase);
            }

            return text;
        }
    }
}
