using Spark.Engine.Definitions;

namespace Spark.Plugins.Environments;

/// <summary>A key with its value, and where the key stands.</summary>
internal sealed record SettingField(string Key, SourceLocation At, SettingNode Value);
