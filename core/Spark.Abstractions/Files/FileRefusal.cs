namespace Spark.Files;

/// <summary>Why a file is not kept. Since contract 1.4.</summary>
public enum FileRefusal
{
    /// <summary>It has no content.</summary>
    Empty,

    /// <summary>It is larger than the channel takes, or than the host keeps.</summary>
    TooLarge,

    /// <summary>It is of a type that the channel does not take.</summary>
    WrongType,

    /// <summary>The conversation has as many files, or as many bytes of them, as one may have.</summary>
    TooMany,

    /// <summary>The host keeps as many bytes as it may.</summary>
    NoRoom,
}
