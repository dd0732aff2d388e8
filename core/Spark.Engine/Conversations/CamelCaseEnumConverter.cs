using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spark.Engine.Conversations;

/// <summary>Enums by name: a number would bind what is stored to the order in the source.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
