namespace Spark.Plugins.Network;

/// <summary>What a plugin may do with an address.</summary>
internal enum AddressClass
{
    /// <summary>On the public internet.</summary>
    Public,

    /// <summary>This machine or a network around it: only where the operator allows it.</summary>
    Private,

    /// <summary>No single machine answers there, or it stands for another address: never.</summary>
    Unusable,
}
