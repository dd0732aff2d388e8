using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

internal static class EnglishChoices
{
    public static ChoiceWords Words { get; } = new()
    {
        Strong = new()
        {
            { "yes|yeah|yep|yup|yea|yess|yeh|aye|absolutely|definitely|certainly|affirmative|of course|yes please|sure thing|👍|👌|✅|✔|☑|🆗", true },
            { "no|nope|nah|nay|naw|no thanks|no thank you|not really|not ok|not okay|not at all|absolutely not|definitely not|certainly not|of course not|never|no way|negative|👎|❌|🚫|✖", false },
        },
        Weak = new()
        {
            { "y|ok|okay|okey|k|kk|sure|fine|great|good|perfect|correct|right|exactly|indeed|true|alright|all right|agreed|agree|cool|please|please do", true },
            { "go ahead|go for it|do it|do so|sounds good|sounds great|sounds fine|that works|that would work|works for me|why not|no problem|no worries|by all means|i think so|i guess so|i suppose so|i do|i am|i will|i would|i would like that|id like that|id love to|that is right|thats right|that is correct|thats correct|it is|you bet|with pleasure|not a problem|for sure|lets do it|lets go|i agree|i confirm|confirm|confirmed", true },
            { "n|false|wrong|incorrect|disagree|cancel|stop|dont|do not|dont do it|please dont|do not do it|i dont think so|i do not think so|i disagree|i dont|i do not|i dont want to|i do not want to|id rather not|i would rather not|rather not|better not|not now|not yet|not today|not necessary|thats wrong|that is wrong|thats not right|that is not right|thats not correct|that is not correct|nothing|nothing else|none|im good|i am good|im good thanks|that is all|thats all|thats it|no need|id prefer not to|it is not|it isnt|not sure about that no|forget it|never mind|nevermind", false },
        },
        Tails = WordSet.OfWords("i do did am will would can could like love want that thats this it its is sounds works looks good great fine nice perfect right correct ok okay sure please thanks thank you very much so much a lot indeed really go ahead for me lets my friend mate sir madam dear dont didnt wont not think so want to it all everything there problem actually sorry thx"),
        Fillers = WordSet.OfWords("well um uh hmm erm oh ah so then i think its it is that thats this the a an one id would like want prefer choose pick take select go with for my your answer choice let us lets make please thanks thank you hi hello just maybe probably rather me ill will have guess say said option im was be are to of and but definitely really very priority ok okay yes yeah"),
        Negations = WordSet.OfWords("not dont no never none without neither cannot cant wont isnt nor except but"),
        Positions = WordSet.OfWords("number nr no option choice answer item"),
        FromEnd = new() { { "last|the last|final|bottom", 1 }, { "second to last|last but one|second last|penultimate", 2 } },
    };
}
