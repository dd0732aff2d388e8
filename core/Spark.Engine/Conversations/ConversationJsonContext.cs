using System.Text.Json.Serialization;
using Spark.Engine.Reading;
using Spark.Messages;
using Spark.Offload;

namespace Spark.Engine.Conversations;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(ValueConverter),
        typeof(VariablesConverter),
        typeof(CamelCaseEnumConverter<Owner>),
        typeof(CamelCaseEnumConverter<EpisodeOutcome>),
        typeof(CamelCaseEnumConverter<CompletionKind>),
        typeof(CamelCaseEnumConverter<OffloadResult>),
        typeof(CamelCaseEnumConverter<ItemsLayout>),
        typeof(CamelCaseEnumConverter<DeskWord>),
        typeof(CamelCaseEnumConverter<OperatorStep>),
    ])]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(ConversationEvent))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(EngineFault))]
[JsonSerializable(typeof(BotSource))]
internal sealed partial class ConversationJsonContext : JsonSerializerContext;
