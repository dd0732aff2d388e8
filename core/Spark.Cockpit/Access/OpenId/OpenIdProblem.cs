namespace Spark.Cockpit.Access.OpenId;

/// <summary>Why somebody is not signed in, as the page tells them. What exactly was wrong stands in the log.</summary>
internal enum OpenIdProblem
{
    /// <summary>The provider could not be asked.</summary>
    Unreachable,

    /// <summary>What came back does not belong to what was asked, or took too long.</summary>
    Invalid,

    /// <summary>The person, or the provider, said no.</summary>
    Denied,

    /// <summary>None of their roles and groups is one that may sign in.</summary>
    NoRole,

    /// <summary>Another account has their name.</summary>
    NameTaken,

    /// <summary>An administrator has disabled their account.</summary>
    Disabled,
}
