namespace Spark.Engine.Reading;

/// <summary>What a file of a bot's folder is.</summary>
internal enum BotFileKind
{
    /// <summary>Not the reader's business: tests, the canvas, notes.</summary>
    None,

    /// <summary><c>bot.yaml</c>.</summary>
    Bot,

    /// <summary><c>intents.yaml</c>: all intents.</summary>
    Intents,

    /// <summary><c>intents/NAME.yaml</c>: one intent.</summary>
    Intent,

    /// <summary><c>dialogs/ID.yaml</c>.</summary>
    Dialog,

    /// <summary><c>actions/ID.yaml</c>.</summary>
    Action,

    /// <summary><c>locales/LANGUAGE.yaml</c>.</summary>
    Locale,

    /// <summary><c>locales/.lock</c>: what each translation was made of.</summary>
    Lock,

    /// <summary>Looks as if it were meant to be read, and is not.</summary>
    Other,
}
