/** Common given and family names, put together at random: nobody is meant. */
export const femaleNames = list(`
  Aoife, Amélie, Anna, Beatriz, Bríd, Camille, Chiara, Clara, Dorota, Élodie, Emma, Fatma, Françoise,
  Freya, Giulia, Hanna, Helena, Ida, Inês, Jana, Joana, Kaja, Katrin, Leila, Lena, Lucía, Magda,
  Maëlle, Márta, Mia, Nora, Noémie, Olga, Petra, Renée, Rosa, Saskia, Sofía, Søs, Teresa, Ursula,
  Vera, Wiebke, Ximena, Yara, Zoë, Zuzana, Åsa
`);
export const maleNames = list(`
  Ahmed, André, Björn, Bruno, Cédric, Conor, Daan, David, Émile, Enzo, Ewan, Felix, François, Gábor,
  Georg, Hugo, Håkon, Ivan, Jakub, Jens, Jiří, João, José, Jürgen, Kacper, Lars, Leo, Luís, Łukasz,
  Marek, Mateo, Mikkel, Nils, Óscar, Otto, Paweł, Pierre, Rafał, René, Rui, Seán, Sören, Tomáš, Ugo,
  Viktor, Willem, Yusuf, Žan
`);
export const familyNames = list(`
  Abel, Almeida, Andersson, Bauer, Becker, Berg, Bernard, Bianchi, Blanc, Bosch, Brennan, Brun,
  Carvalho, Castro, Černý, Conti, Costa, Dahl, de Vries, Dubois, Dvořák, Eriksson, Esteves, Fabre,
  Ferreira, Fischer, Fontana, Fournier, Gallagher, García, Gauthier, Girard, Gómez, Greco, Gruber,
  Hansen, Hartmann, Hoffmann, Holm, Horváth, Huber, Jansen, Jensen, Kaya, Keller, Kelly, Kowalczyk,
  Kowalski, Kraus, Krüger, Lambert, Larsen, Lefèvre, Leroy, Lindqvist, López, Lund, Maier, Marques,
  Martín, McKenna, Meyer, Moreau, Moretti, Müller, Murphy, Nagy, Neumann, Nowak, Núñez, O'Brien,
  O'Neill, Olsen, Pavlović, Peeters, Pereira, Petit, Pinto, Popescu, Quinn, Ramos, Ricci, Riedel,
  Rizzo, Rossi, Roux, Ryan, Sánchez, Santos, Schäfer, Schmid, Schneider, Schröder, Silva, Smit,
  Sørensen, Strauß, Svoboda, Szabó, Teixeira, Tóth, van Dijk, Vargas, Vidal, Visser, Vogel, Wagner,
  Walsh, Weiß, Wiśniewski, Wójcik, Yıldız, Zimmermann, Żak
`);

function list(text: string): readonly string[] {
  return text.trim().split(/,\s+/);
}
