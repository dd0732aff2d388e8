using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spark.Channels;
using Spark.Engine.Reading;
using Spark.Expressions;

namespace Spark.Engine.Conversations;

/// <summary>
/// What is stored of conversations, as UTF-8 JSON. Everything that is set is written, so that a reader never meets a field which its
/// writer left to a default; what is null or undefined is left out.
/// </summary>
public static class ConversationJson
{
    private static readonly JsonSerializerOptions Options = new(ConversationJsonContext.Default.Options)
    {
        // The bytes go to our own store and nowhere near a page: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = ConversationJsonContext.Default.WithAddedModifier(LeaveOutUndefined),
    };

    /// <summary>Writes a state.</summary>
    public static byte[] Write(ConversationState state) => JsonBytes.Of(state, StateWriter.Write);

    /// <summary>Writes an event.</summary>
    public static byte[] Write(ConversationEvent happened) => JsonBytes.Of(happened, EventWriter.Write);

    /// <summary>Writes an effect.</summary>
    public static byte[] Write(Effect effect) => JsonBytes.Of(effect, EffectWriter.Write);

    /// <summary>Writes effects as one array.</summary>
    public static byte[] Write(IEnumerable<Effect> effects) => JsonBytes.Of(effects, EffectWriter.WriteAll);

    /// <summary>Writes a fault.</summary>
    public static byte[] Write(EngineFault fault) => JsonSerializer.SerializeToUtf8Bytes(fault, TypeOf<EngineFault>());

    /// <summary>Writes a bot's files.</summary>
    public static byte[] Write(BotSource source) => JsonSerializer.SerializeToUtf8Bytes(source, TypeOf<BotSource>());

    /// <summary>Reads a state.</summary>
    /// <exception cref="NewerFormatException">It is in a format of a newer program.</exception>
    public static ConversationState ReadState(ReadOnlySpan<byte> json)
    {
        GuardFormat(json);
        return Read<ConversationState>(json);
    }

    /// <summary>Reads the person of a state, where that alone was cut out of it.</summary>
    public static Person ReadPerson(ReadOnlySpan<byte> json) => Read<Person>(json);

    /// <summary>Reads an event.</summary>
    public static ConversationEvent ReadEvent(ReadOnlySpan<byte> json) => Read<ConversationEvent>(json);

    /// <summary>Reads an effect.</summary>
    public static Effect ReadEffect(ReadOnlySpan<byte> json) => Read<Effect>(json);

    /// <summary>Reads a fault.</summary>
    public static EngineFault ReadFault(ReadOnlySpan<byte> json) => Read<EngineFault>(json);

    /// <summary>Reads a bot's files.</summary>
    public static BotSource ReadSource(ReadOnlySpan<byte> json) => Read<BotSource>(json);

    /// <summary>The bytes by the descriptions of the types alone, which ours are to equal.</summary>
    internal static byte[] WriteDescribed<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, TypeOf<T>());

    /// <summary>The description of a type.</summary>
    internal static JsonTypeInfo<T> TypeOf<T>() => Described<T>.Type;

    private static T Read<T>(ReadOnlySpan<byte> json)
        where T : class =>
        JsonSerializer.Deserialize(json, TypeOf<T>()) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");


    // The format stands first. Looked at before the rest, of which nothing is known in a newer one.
    private static void GuardFormat(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("format"u8)
            && reader.Read() && reader.TryGetInt32(out var format) && format > ConversationState.CurrentFormat)
        {
            throw new NewerFormatException(format);
        }
    }

    private static void LeaveOutUndefined(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(Value))
            {
                property.IsRequired = false;
                property.ShouldSerialize = static (_, value) => value is Value { IsUndefined: false };
            }
            else if (property.PropertyType == typeof(JsonElement))
            {
                property.IsRequired = false;
                property.ShouldSerialize = static (_, value) => value is JsonElement { ValueKind: not JsonValueKind.Undefined };
            }
            else if (property.Set is null && property.AssociatedParameter is null)
            {
                // What is computed from the rest (IsOpen, IsAtRest) is not stored.
                property.ShouldSerialize = static (_, _) => false;
            }
        }
    }

    private static class Described<T>
    {
        public static readonly JsonTypeInfo<T> Type = (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
    }
}
