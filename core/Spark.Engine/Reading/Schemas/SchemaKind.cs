namespace Spark.Engine.Reading.Schemas;

/// <summary>The kinds of file that have a schema of their own; which a file is, its path says.</summary>
public enum SchemaKind
{
    /// <summary><c>bot.yaml</c>.</summary>
    Bot,

    /// <summary><c>dialogs/*.yaml</c>.</summary>
    Dialog,

    /// <summary><c>actions/*.yaml</c>.</summary>
    Action,

    /// <summary><c>intents.yaml</c>.</summary>
    Intents,

    /// <summary><c>intents/*.yaml</c>.</summary>
    Intent,

    /// <summary><c>locales/*.yaml</c>.</summary>
    Locale,

    /// <summary><c>tests/*.test.yaml</c>.</summary>
    Tests,
}
