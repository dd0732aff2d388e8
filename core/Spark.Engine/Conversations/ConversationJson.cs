using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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

    private static readonly JsonTypeInfo<ConversationState> States = Of<ConversationState>();
    private static readonly JsonTypeInfo<ConversationEvent> Events = Of<ConversationEvent>();
    private static readonly JsonTypeInfo<Effect> Effects = Of<Effect>();
    private static readonly JsonTypeInfo<EngineFault> Faults = Of<EngineFault>();
    private static readonly JsonTypeInfo<BotSource> Sources = Of<BotSource>();

    /// <summary>Writes a state.</summary>
    public static byte[] Write(ConversationState state) => JsonSerializer.SerializeToUtf8Bytes(state, States);

    /// <summary>Writes an event.</summary>
    public static byte[] Write(ConversationEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Events);

    /// <summary>Writes an effect.</summary>
    public static byte[] Write(Effect effect) => JsonSerializer.SerializeToUtf8Bytes(effect, Effects);

    /// <summary>Writes a fault.</summary>
    public static byte[] Write(EngineFault fault) => JsonSerializer.SerializeToUtf8Bytes(fault, Faults);

    /// <summary>Writes a bot's files.</summary>
    public static byte[] Write(BotSource source) => JsonSerializer.SerializeToUtf8Bytes(source, Sources);

    /// <summary>Reads a state.</summary>
    public static ConversationState ReadState(ReadOnlySpan<byte> json) => Read(json, States);

    /// <summary>Reads an event.</summary>
    public static ConversationEvent ReadEvent(ReadOnlySpan<byte> json) => Read(json, Events);

    /// <summary>Reads an effect.</summary>
    public static Effect ReadEffect(ReadOnlySpan<byte> json) => Read(json, Effects);

    /// <summary>Reads a fault.</summary>
    public static EngineFault ReadFault(ReadOnlySpan<byte> json) => Read(json, Faults);

    /// <summary>Reads a bot's files.</summary>
    public static BotSource ReadSource(ReadOnlySpan<byte> json) => Read(json, Sources);

    private static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    private static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

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
}
