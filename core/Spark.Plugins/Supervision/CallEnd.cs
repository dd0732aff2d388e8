namespace Spark.Plugins.Supervision;

/// <summary>How a call into a plugin ended.</summary>
internal enum CallEnd
{
    /// <summary>With a value.</summary>
    Returned,

    /// <summary>It asked to be called again later.</summary>
    NotReady,

    /// <summary>The far side refuses the credentials.</summary>
    CredentialsRejected,

    /// <summary>It threw.</summary>
    Threw,

    /// <summary>It returned nothing, or what cannot be used.</summary>
    Unusable,

    /// <summary>It did not return in time and was abandoned.</summary>
    TooLate,
}
